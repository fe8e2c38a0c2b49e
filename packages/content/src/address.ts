/** Without white space and control characters, which browsers drop silently: what is checked is what is opened. */
const webAddress = /^https?:\/\/[^\s\p{Cc}]+$/iu
const mailAddress = /^mailto:[^\s\p{Cc}]+$/iu

/** Whether an address leads to the web: absolute, with http or https. */
export function isWebAddress(address: string): boolean {
  return webAddress.test(address) && URL.canParse(address)
}

/** Whether an address may stand in a text: it leads somewhere on its own and cannot run code. */
export function isLinkAddress(address: string): boolean {
  return isWebAddress(address) || mailAddress.test(address)
}
