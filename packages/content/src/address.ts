/** Without white space and control characters, which browsers drop silently: what is checked is what is opened. */
const rest = '[^\\s\\u0000-\\u001F\\u007F-\\u009F]+'

/** What an address of the web looks like, in a pattern that every dialect understands. */
export const webAddress = new RegExp(`^[Hh][Tt][Tt][Pp][Ss]?://${rest}$`)
const mailAddress = new RegExp(`^mailto:${rest}$`, 'i')

/** Whether an address leads to the web: absolute, with http or https. */
export function isWebAddress(address: string): boolean {
  return webAddress.test(address) && URL.canParse(address)
}

/** Whether an address may stand in a text: it leads somewhere on its own and cannot run code. */
export function isLinkAddress(address: string): boolean {
  return isWebAddress(address) || mailAddress.test(address)
}
