/**
 * Without white space and control characters, which browsers drop silently, and without characters that nobody sees or
 * that turn the line around: what is checked is what is read and what is opened.
 */
const rest = '[^\\s\\u0000-\\u001F\\u007F-\\u009F\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]+'
/** In `https://github.com@evil.example/` the reader sees another place than the one that is opened. */
const noUser = '(?![^/?#\\\\]*@)'

/** What an address of the web looks like, in a pattern that every dialect understands. */
export const webAddress = new RegExp(`^[Hh][Tt][Tt][Pp][Ss]?://${noUser}${rest}$`)
const mailAddress = new RegExp(`^mailto:${rest}$`, 'i')

/** Whether an address leads to the web: absolute, with http or https, and without a user's name. */
export function isWebAddress(address: string): boolean {
  return webAddress.test(address) && URL.canParse(address)
}

/** Whether an address may stand in a text: it leads somewhere on its own and cannot run code. */
export function isLinkAddress(address: string): boolean {
  return isWebAddress(address) || mailAddress.test(address)
}
