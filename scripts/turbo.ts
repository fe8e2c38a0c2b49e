/** `node scripts/turbo.ts build`: runs turbo tasks with the environment of a build. */
import { runTasks } from './tasks.ts'

try {
  process.exitCode = await runTasks(...process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
