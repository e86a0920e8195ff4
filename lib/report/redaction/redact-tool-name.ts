/** True when what stands at an index of JSON text is the name of a tool: a name that looks like a key is what checks judge. */
export function isToolName(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  return /"name\\{0,7}"\s{0,10}:\s{0,10}\\{0,7}"$/.test(before) && text.includes('inputSchema');
}

/** The same for an object. */
export function isTool(value: object): boolean {
  return 'inputSchema' in value;
}
