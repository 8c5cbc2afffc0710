// What a browser calls itself, as a person would: "Chrome · Android". It is told, not proven, and serves to know one's own
// devices again. Order matters: most browsers name others beside themselves (RFC 9110 section 10.1.5).

const BROWSERS: readonly [RegExp, string][] = [
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/UCBrowser\//, 'UC Browser'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** Empty where it says nothing that is known. */
export function browserName(userAgent: string | undefined): string {
  const said = (userAgent ?? '').slice(0, 500);
  const nameIn = (all: typeof BROWSERS) => all.find(([mark]) => mark.test(said))?.[1];
  return [nameIn(BROWSERS), nameIn(SYSTEMS)].filter(Boolean).join(' · ');
}
