import { setTimeout } from 'node:timers/promises'

/**
 * Waits for work, but not for longer than it may take. What was given up goes on, and its failure then is no news.
 *
 * @param ms milliseconds.
 * @param late what to do then: its result, or what it throws, stands for that of the work.
 */
export async function within<T>(ms: number, work: Promise<T>, late: () => NoInfer<T>): Promise<T> {
  work.catch(() => undefined)
  const clock = new AbortController()
  const alarm = setTimeout(ms, 'late', { signal: clock.signal }).then(late)
  alarm.catch(() => undefined)
  try {
    return await Promise.race([work, alarm])
  } finally {
    clock.abort()
  }
}
