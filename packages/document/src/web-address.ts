/**
 * Whether an address may be a link: http and https alone, whole, without characters that no address has.
 * It is somebody else's text: anything else is shown as what it is.
 */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s/<>"\\^`{|}\p{C}][^\s<>"\\^`{|}\p{C}]*$/iu.test(address);
}
