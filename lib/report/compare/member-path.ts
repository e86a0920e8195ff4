/** The path of a member, such as `inputSchema.properties.limit`; a name that is no word stands in brackets and quotes. */
export function memberPath(path: string, name: string): string {
  const isWord = /^[A-Za-z_$][\w$-]*$/.test(name);
  if (!isWord) return `${path}[${JSON.stringify(name.slice(0, longestName))}]`;
  return path === '' ? name : `${path}.${name.slice(0, longestName)}`;
}

const longestName = 200;
