// What may stand behind a link: http or https, so that opening it can never run a script, and nothing before the host that
// looks like another one, as in https://sscasn.bkn.go.id@evil.example (RFC 3986, 7.6).

export function isWebAddress(text: string): boolean {
  return hostOf(text) !== null;
}

/** The host of a web address, as it is really asked; null where the text is none. */
export function hostOf(text: string): string | null {
  if (!/^https?:\/\/[^\s\\]+$/i.test(text)) return null;
  const url = URL.parse(text);
  return url && url.username === '' && url.password === '' && !/^https?:\/\/[^/?#]*@/i.test(text) ? url.host : null;
}
