import { z } from 'zod'
import { field, id, name } from './schema-values.ts'

const group = z.strictObject({
  id: field(id, 'Unique among the groups of the diagram.', 'storage'),
  label: field(name, 'What the parts have in common.', { zh: '存储', en: 'Storage' }),
})

const node = z.strictObject({
  id: field(id, 'Unique among the parts of the diagram.', 'proxy'),
  label: field(name, 'What the part is called.', 'HBase', { zh: '工作台', en: 'Workbench' }),
  group: field(id.optional(), 'The id of the group that it belongs to.', 'storage'),
})

const edge = z.strictObject({
  from: field(id, 'The id of the part where the arrow begins.', 'proxy'),
  to: field(id, 'The id of the part that it leads to.', 'hbase'),
  label: field(name.optional(), 'What goes that way.', { zh: '元数据', en: 'metadata' }),
})

/** A drawing of how the parts of a system belong together: what is in it, never how it is laid out. */
export const diagram = z.strictObject({
  id: field(id, 'Unique among the diagrams of the project.', 'parts'),
  title: field(name, 'What the drawing shows.', { zh: '各部分的关系', en: 'How the parts belong together' }),
  groups: field(z.array(group).default([]), 'Frames around parts.', [
    { id: 'storage', label: { zh: '存储', en: 'Storage' } },
  ]),
  nodes: field(z.array(node).min(1), 'The parts.', [{ id: 'proxy', label: 'Proxy' }]),
  edges: field(z.array(edge).default([]), 'The arrows between them.', [{ from: 'proxy', to: 'hbase' }]),
})
