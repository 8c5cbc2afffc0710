// What may stand behind a link: http or https, so that opening it can never run a script, and nothing before the host that
// looks like another one, as in https://sscasn.bkn.go.id@evil.example (RFC 3986, 7.6).

export function isWebAddress(text: string): boolean {
  return hostOf(text) !== null;
}

/** The host of a web address, as it is really asked; null where the text is none. */
export function hostOf(text: string): string | null {
  if (!/^https?:\/\/[^\s\\]+$/i.test(text) || /^https?:\/\/[^/?#]*@/i.test(text)) return null;
  try {
    const { username, password, host } = new URL(text);
    return username === '' && password === '' ? host : null;
  } catch {
    return null;
  }
}
