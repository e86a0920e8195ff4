import { parse } from 'tldts';
import { fileEnds, memberEnds, ordinaryWords, usualEnds } from './ordinary-words.ts';

/** What stands right before and right after a word, a few characters each. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Whether what comes next is the name that was looked up: a host even where it is one word. */
export function isLookedUp(before: string): boolean {
  return /\b(?:ENOTFOUND|EAI_AGAIN) "?$/.test(before);
}

/**
 * A host’s name in the midst of a text. Many ends of names are ends of files and names of members as well: those need more than an end,
 * such as three parts, a hyphen, a digit, a port, or a word that announces a host. `plain` is the name in lower case and ASCII.
 */
export function isNamedOutright(found: string, plain: string, around: Surroundings): boolean {
  if (isLookedUp(around.before) || innerEnd.test(plain)) return true;
  const { isIcann, domain, publicSuffix } = parse(plain);
  if (isIcann !== true || domain === null || publicSuffix === null || plain.includes('_')) return false;
  if (publicSuffix.includes('.') || usualEnds.has(publicSuffix)) return true;
  if (announcesHost.test(around.before)) return true;
  // As members of programs are written; and “0” is an item of a list.
  if (fileEnds.has(publicSuffix) || /\p{Ll}\p{Lu}/u.test(found) || /(?:^|\.)\d+\./.test(plain)) return false;
  if (/^:\d{2,5}(?!\d)/.test(around.after) || /(?:\bat |@)$/.test(around.before)) return true;
  if (memberEnds.has(publicSuffix)) return plain.includes('-');
  return /[\d-]/.test(domain) || plain.split('.').length > 2 || (publicSuffix.length > 5 && !isOrdinary(publicSuffix));
}

function isOrdinary(end: string): boolean {
  return ordinaryWords.has(end) || ordinaryWords.has(end.replace(/s$/, ''));
}

/** Names inside of networks: of machines, of services in a cluster. A file or a member of that kind has no second dot. */
const innerEnd = /^(?:[a-z\d_-]+\.)+(?:lan|svc|internal)$|^[a-z\d_-]+(?:\.[a-z\d_-]+)*\.local$/;

const announcesHost =
  /(?:\bhost(?:\s?name)?|\bECONN[A-Z]+|\bETIMEDOUT|\blookup|\bSNI|\bDNS|\bto host)(?:[:=]\s?| )["“']?$/i;
