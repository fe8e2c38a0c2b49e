/** `node src/build/sweep.ts`: leaves in `dist` what its build has made, and nothing of another. */
import { published, sweep } from './built-files.ts'

try {
  const left = await sweep(published.folder, published.list)
  if (left.length > 0) console.log(`Removed ${left.length} files of an earlier build from ${published.folder}.`)
} catch (error) {
  console.error(`Nobody knows what was built in ${published.folder}: ${error instanceof Error ? error.message : error}`)
  console.error('Build the site once more.')
  process.exitCode = 1
}
