import type { Place } from '../redaction/needles.ts';
import { usualLogins } from './ordinary-words.ts';
import type { Rule } from './replacer.ts';
import { isStandIn } from './stand-ins.ts';

/** One part of a path of a file, and where it stands in its text. */
export interface PathPart {
  readonly from: number;
  readonly text: string;
}

/** Paths that have other forms than addresses: of Windows, of its shares, of a home folder, and names of what a cloud keeps. */
export function filePathsIn(text: string): readonly (readonly PathPart[])[] {
  if (!/[\\~:]|projects\/|accounts\//.test(text)) return [];
  return forms.flatMap((form) => [...text.matchAll(form)].map((match) => partsIn(match)));
}

/** Puts into such paths what stands in place of their parts. */
export function inFilePaths(segments: ReadonlyMap<string, string>): Rule {
  return (reading) =>
    filePathsIn(reading).flatMap((parts) =>
      parts.flatMap(({ from, text }): Place<string>[] => {
        const put = segments.get(text);
        return put === undefined ? [] : [{ from, to: from + text.length, meaning: put }];
      }),
    );
}

/** The names by which people sign in to a machine, as their folders have them; those that nobody uses as a word. */
export function loginsIn(text: string): readonly string[] {
  return [...text.matchAll(homeOf)]
    .map(([, login = '']) => login)
    .filter(
      (login) => login.length >= shortestLogin && !isOrdinaryFolder(login) && !usualLogins.has(login.toLowerCase()),
    );
}

/** Folders that every system of a kind has, and what stands already in place of others. */
export function isOrdinaryFolder(name: string): boolean {
  return ordinaryFolder.test(name) || isStandIn(name);
}

const shortestLogin = 4;

const homeOf = /(?:\/(?:home|Users)\/|\\(?:Users|Documents and Settings)\\+)([^/\\\s"'<>:|*?,;()]{2,64})/g;

/** What follows the beginning of each is split at slashes and backslashes, of an identifier of a cloud at colons as well. */
const forms: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])[a-z]:(\\+(?:[^\\/:*?"'<>|\r\n]{1,100}\\+){0,30}[^\\/:*?"'<>|\s]{0,100})/giu,
  /(?<![^\s"'“„(=[{,;|`>])(\\\\+(?!u[\da-f]{4}|x[\da-f]{2})[\p{L}\p{N}._$-]{2,64}(?:\\+[^\\/:*?"'<>|\s]{1,100}){1,30})/gu,
  /(?<![^\s"'“„(=[{,;:|`>])~(\/[^\s"'“”<>,;()]{1,500})/g,
  /\barn:[a-z-]{3,10}:[a-z\d-]{2,40}:[a-z\d-]{0,30}(:\d{0,12}:[\w+=,.@/:*-]{1,300})/g,
  /\b(?:projects|accounts|tenants|organizations|subscriptions|resourceGroups|workspaces|buckets)(\/[\w.-]{3,100})/g,
];

function partsIn(match: RegExpExecArray): readonly PathPart[] {
  const [whole, path = ''] = match;
  const begin = match.index + whole.length - path.length;
  const separator = whole.startsWith('arn:') ? /[^/:]+/g : /[^/\\]+/g;
  return [...path.matchAll(separator)]
    .map(({ index, 0: part }) => ({
      from: begin + index,
      text: part.replace(/[.:!…]+$/, '').replace(/(?::\d{1,7}){1,2}$/, ''),
    }))
    .filter(({ text }) => text !== '' && text !== '*');
}

const ordinaryFolder =
  /^(?:usr|lib|lib64|bin|sbin|etc|var|opt|tmp|srv|home|root|proc|mnt|run|log|logs|users|node_modules|dist|src|build|vendor|site-packages|windows|system32|program files(?: \(x86\))?|programdata|appdata|documents and settings|desktop|documents|downloads|current|releases)$/i;
