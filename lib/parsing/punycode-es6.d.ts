// The package's ES module, by its path: the bare name is Node's own deprecated built-in.
declare module 'punycode/punycode.es6.js' {
  /** Decodes the `xn--` labels of a host name. Throws a RangeError for labels that are no punycode. */
  export function toUnicode(host: string): string;
}
