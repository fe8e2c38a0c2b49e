import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PrintError } from './errors.ts'
import { readJobs } from './read-jobs.ts'

let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'diglot-jobs-'))
  await writeFile(join(dir, 'a.html'), '<p>a</p>')
})
afterEach(() => rm(dir, { recursive: true, force: true }))

/** The messages that a job list gives rise to, without the path of the file. */
async function complaints(list: unknown): Promise<string[]> {
  await writeFile(join(dir, 'print.json'), typeof list === 'string' ? list : JSON.stringify(list))
  const error = await readJobs(dir).catch((error: unknown) => error)
  return error instanceof PrintError ? error.problems.map((problem) => problem.message) : []
}

const job = { name: 'a', source: 'a.html', output: 'a.{paper}.pdf' }

describe('readJobs', () => {
  test('fills in one A4 and no page limit', async () => {
    expect(await complaints({ jobs: [job] })).toEqual([])
    expect(await readJobs(dir)).toEqual([{ ...job, papers: ['a4'], pages: {} }])
  })

  test('keeps fields that it does not know', async () => {
    await complaints({ version: 2, jobs: [{ ...job, note: 'kept' }] })
    expect((await readJobs(dir))[0]).toMatchObject({ note: 'kept' })
  })

  test('takes an empty list: there may be nothing to print', async () => {
    expect(await complaints({ jobs: [] })).toEqual([])
    expect(await readJobs(dir)).toEqual([])
  })

  test('takes no misspelt field for a new one, or a page budget would be lost', async () => {
    expect(await complaints({ jobs: [{ ...job, page: { max: 1 } }] })).toEqual([
      'jobs[0].page is not a field of a job. Did you mean "pages"?',
    ])
  })

  test('reads a file that begins with a byte order mark', async () => {
    expect(await complaints(`\ufeff${JSON.stringify({ jobs: [job] })}`)).toEqual([])
    expect(await readJobs(dir)).toHaveLength(1)
  })

  test('says where the list should be when there is none', async () => {
    const error = (await readJobs(dir).catch((error: unknown) => error)) as PrintError
    expect(error.message).toContain('print.json: cannot be read. Write the list of jobs there')
  })

  test('says that the file is not JSON', async () => {
    expect(await complaints('{ jobs')).toEqual([expect.stringMatching(/^is not JSON: .*Mend it/)])
  })

  test('names every mistake at once', async () => {
    const jobs = [
      { source: 'a.html', output: 'a.pdf' },
      { ...job, papers: ['a3'] },
      { ...job, name: 'b', output: 'b.txt', pages: { max: 0, fill: 80 } },
    ]
    expect(await complaints({ jobs })).toMatchInlineSnapshot(`
      [
        "jobs[0].name is missing. Give the job a name.",
        "jobs[1].papers[0] must be "a4" or "letter".",
        "jobs[2].output must end in .pdf.",
        "jobs[2].pages.max must be at least 1.",
        "jobs[2].pages.fill must be a number from 0 to 1.",
      ]
    `)
  })

  test('says that the list is missing', async () => {
    expect(await complaints({})).toEqual(['jobs is missing. List the jobs there.'])
  })

  test.each(['../a.html', '/etc/passwd', 'x/../../a.html', 'C:/a.html', 'x\\a.html'])(
    'refuses the path %s',
    async (path) => {
      expect(await complaints({ jobs: [{ ...job, source: path }] })).toHaveLength(1)
      expect(await complaints({ jobs: [{ ...job, output: `${path}.pdf` }] })).toHaveLength(1)
    },
  )

  test('refuses two jobs that write one file', async () => {
    const jobs = [job, { ...job, name: 'b' }]
    expect(await complaints({ jobs })).toEqual([
      'jobs[1].output would write a.a4.pdf twice. Put {paper} into it, or choose another path.',
    ])
    expect(await complaints({ jobs: [{ ...job, output: 'a.pdf', papers: ['a4', 'letter'] }] })).toHaveLength(1)
  })

  test('refuses two jobs of one name', async () => {
    const [message] = await complaints({ jobs: [job, { ...job, output: 'b.pdf' }] })
    expect(message).toBe('jobs[1].name "a" is taken by another job. Give each job a name of its own.')
  })

  test('takes two documents for a facing edition, and says when there are not two', async () => {
    await writeFile(join(dir, 'b.html'), '<p>b</p>')
    const facing = (source: unknown) => complaints({ jobs: [{ ...job, source, facing: true }] })
    expect(await facing(['a.html', 'b.html'])).toEqual([])
    const message = 'jobs[0].source must be two documents for a facing edition: the left pages, then the right ones.'
    for (const source of ['a.html', ['a.html'], ['a.html', 'a.html'], ['a.html', 'b.html', 'a.html']]) {
      expect(await facing(source)).toEqual([message])
    }
    expect(await facing(['a.html', 'c.html'])).toEqual([
      'job "a": source c.html does not exist. Build it first, or mend the path.',
    ])
  })

  test('takes no list of documents without knowing what to do with it', async () => {
    const [message] = await complaints({ jobs: [{ ...job, source: ['a.html', 'b.html'] }] })
    expect(message).toContain('only a facing edition has')
    expect(await complaints({ jobs: [{ ...job, source: ['a.html'] }] })).toEqual([])
  })

  test('names a source that does not exist', async () => {
    expect(await complaints({ jobs: [{ ...job, source: 'b.html' }] })).toEqual([
      'job "a": source b.html does not exist. Build it first, or mend the path.',
    ])
  })
})
