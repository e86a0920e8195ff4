import { parse } from 'tldts';
import { ordinaryWords } from './ordinary-words.ts';

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

/** Ends of files of programs. */
const fileEnds: ReadonlySet<string> = new Set('py rs sh pl ps md cc so zip mov'.split(' '));

/** Ends that members of objects are called as well. */
const memberEnds: ReadonlySet<string> = new Set(
  'name id info link host page tools call zone style map parse next new date read search sc st run play show live now one email support report events select network services domains schedule'.split(
    ' ',
  ),
);

/** Ends of names that are hardly anything but hosts. */
const usualEnds: ReadonlySet<string> = new Set(
  'com net org edu gov mil int io ai app dev co cloud tech xyz biz eu us uk ca au nz de fr ch at nl be lu se dk fi es pt cz jp cn kr br mx ru ua tr'.split(
    ' ',
  ),
);
