/** What a rule has found in a text, and what would mend it. */
export interface Fault {
  /** In UTF-16 code units of the text. */
  start: number
  end: number
  rule: string
  message: string
  hint: string
  /** What to write instead; missing where only a person can decide. */
  replacement?: string
}
