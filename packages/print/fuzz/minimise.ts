/**
 * Cuts a document that is not whole down to what it takes, for `fixtures/`: takes elements away, and halves of texts, as
 * long as the first fault stays of its kind. `node fuzz/minimise.ts <seed, or a name> [a4|letter] > fixtures/what-it-is.html`
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5'
import type { Paper } from '../src/jobs.ts'
import { launchBrowser } from '../src/press/browser.ts'
import { serveFolder } from '../src/press/server.ts'
import { ADVERSARIAL } from './adversarial.ts'
import { judge } from './judge.ts'
import { mixed } from './mixed.ts'
import { Press } from './press.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode

const [name = '', paper = 'a4'] = process.argv.slice(2)
const tree = parse(/^\d+$/.test(name) ? mixed(Number(name)) : (ADVERSARIAL.get(name) ?? ''))
const dir = await mkdtemp(join(tmpdir(), 'diglot-minimise-'))
const server = await serveFolder(dir)
const browser = await launchBrowser()
try {
  const press = await Press.open(browser, server, dir)
  const faults = async () => {
    try {
      return await judge(await press.set(serialize(tree), paper as Paper, false, 30_000))
    } catch (error) {
      return [String(error)]
    }
  }
  const kind = (fault: string) =>
    /outside|over each other|clipped|Unable|repeated|ids|instead|missing|ready/.exec(fault)?.[0]
  const [first = ''] = (await faults()).filter((fault) => kind(fault))
  console.error(first)
  const fails = async () => (await faults()).some((fault) => kind(fault) === kind(first))
  if (first) await shrink(body(tree), fails)
  console.error(await faults())
  console.log(serialize(tree))
} finally {
  await browser.close()
  await server.close()
  await rm(dir, { recursive: true, force: true })
}

function body(node: Parent): Parent {
  const found = node.childNodes.find((child) => child.nodeName === 'html' || child.nodeName === 'body') as Parent
  return found.nodeName === 'body' ? found : body(found)
}

/** Tries to do without halves of the children, then quarters, down to each one; then within each that stays. */
async function shrink(parent: Parent, fails: () => Promise<boolean>): Promise<void> {
  for (let size = parent.childNodes.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < parent.childNodes.length; ) {
      const before = [...parent.childNodes]
      parent.childNodes.splice(at, size)
      if (before.length > 0 && (await fails())) continue
      parent.childNodes = before
      at += size
    }
  }
  for (const child of parent.childNodes) {
    if ('childNodes' in child) await shrink(child, fails)
    else await shorten(child, fails)
  }
}

async function shorten(node: Node, fails: () => Promise<boolean>): Promise<void> {
  if (!('value' in node)) return
  for (;;) {
    const { value } = node
    if (value.length < 8) return
    node.value = value.slice(0, value.length / 2)
    if (await fails()) continue
    node.value = value
    return
  }
}
