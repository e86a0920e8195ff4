/**
 * A scope for evidence: as it is up to 2,000 characters, else its beginning and how long it is. What it says of `offline_access`, by
 * which refresh tokens are judged, is kept.
 */
export function boundedScope(scope: string): string {
  if (scope.length <= longest) return scope;
  const start = scope.slice(0, longest);
  const lastSpace = start.lastIndexOf(' ');
  const kept = lastSpace === -1 ? start : start.slice(0, lastSpace);
  const isOffline = scope.split(' ').includes(offline) && !kept.split(' ').includes(offline);
  return `${kept}${isOffline ? ` ${offline}` : ''} … (${String(scope.length)} characters in all)`;
}

const longest = 2_000;
const offline = 'offline_access';
