import { z } from 'zod'
import type { DataPath } from './yaml-file.ts'

/** What a schema allows, as JSON Schema: the form in which it can be asked for the keys at a path. */
export interface SchemaShape {
  properties?: Record<string, SchemaShape>
  required?: string[]
  items?: SchemaShape
  additionalProperties?: SchemaShape | false
  anyOf?: SchemaShape[]
}

/** The shape of a schema's input. */
export function shapeOf(schema: z.ZodType): SchemaShape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as SchemaShape
}

/** The keys that may stand at a path: what a misspelt key is compared with. */
export function keysAt(shape: SchemaShape, path: DataPath): string[] {
  return shapesAt(shape, path).flatMap(({ properties = {} }) => Object.keys(properties))
}

/**
 * The smallest part around a path that may be left out: an item of a list, or an optional key.
 *
 * @example
 * removableAt(shape, ['highlights', 0, 'text', 'zh']) // ['highlights', 0]
 */
export function removableAt(shape: SchemaShape, path: DataPath): DataPath | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const key = path[length - 1]
    const isRequired = shapesAt(shape, path.slice(0, length - 1)).some(({ required = [] }) =>
      required.includes(`${key}`),
    )
    if (typeof key === 'number' || !isRequired) return path.slice(0, length)
  }
  return undefined
}

function shapesAt(shape: SchemaShape, path: DataPath): SchemaShape[] {
  let shapes = alternatives(shape)
  for (const key of path) {
    shapes = shapes
      .map(({ items, properties = {}, additionalProperties }) =>
        typeof key === 'number' ? items : Object.hasOwn(properties, key) ? properties[key] : additionalProperties,
      )
      .flatMap((child) => (child ? alternatives(child) : []))
  }
  return shapes
}

function alternatives(shape: SchemaShape): SchemaShape[] {
  return [shape, ...(shape.anyOf ?? [])]
}
