import type { HiddenElement } from '../../kernel/evidence-browser.ts';
import { claudePageElements } from '../../standards/claude-page-elements.ts';
import { watchedFunctions } from '../../standards/watched-functions.ts';
import type { PageGathered, PolicyRefusal, ProbeSettled, ReplacedSighting } from './page-answer.ts';
import type { SettingsSigns } from './settings-signs.ts';

/*
 * What comes back out of a page is anybody's word: only what has the right shape is taken, and no more of it than there can be.
 */

const mostPlaces = 6;
const mostUrl = 500;
const mostName = 120;
const mostFiles = 8;
const mostRefusals = 20;

/** Null for anything else. */
export function readSigns(value: unknown): SettingsSigns | null {
  const { runsScripts, keepsCookies } = recordOf(value);
  if (typeof runsScripts !== 'boolean' || typeof keepsCookies !== 'boolean') return null;
  return { runsScripts, keepsCookies };
}

/** What became of a probe; without an answer it has none. */
export function readSettled(value: unknown): ProbeSettled['settled'] {
  return value === 'answered' || value === 'failed' ? value : 'timeout';
}

/** Functions that are watched, each once. */
export function readReplaced(value: unknown): readonly ReplacedSighting[] {
  const entries = listOf(value).map(recordOf);
  return watchedFunctions.flatMap(({ name }) => {
    const entry = entries.find((each) => each['name'] === name);
    return entry === undefined ? [] : [{ name, places: textsOf(entry['places'], mostPlaces, mostUrl) }];
  });
}

/** Parts that are looked for, each hidden in a way that there is. */
export function readHidden(value: unknown): readonly HiddenElement[] {
  return listOf(value)
    .slice(0, 2 * claudePageElements.length)
    .map(recordOf)
    .flatMap(({ what, how, by }) => {
      const element = claudePageElements.find(({ id }) => id === what);
      const isHow = how === 'display' || how === 'visibility' || how === 'opacity';
      if (!element || !isHow || (by !== 'injected' && by !== 'unknown')) return [];
      return [{ what: element.id, how, by }];
    });
}

/** Empty where nothing was gathered. */
export function readGathered(value: unknown): PageGathered {
  const { copy, refused } = recordOf(value);
  const { compared, differing, gone } = recordOf(copy);
  const count = typeof compared === 'number' && compared >= 0 ? Math.min(Math.trunc(compared), mostFiles) : 0;
  return {
    copy: {
      compared: count,
      differing: textsOf(differing, count, mostName),
      gone: textsOf(gone, count, mostName),
    },
    refused: listOf(refused).slice(0, mostRefusals).map(recordOf).flatMap(refusalOf),
  };
}

function refusalOf({ directive, host }: Readonly<Record<string, unknown>>): readonly PolicyRefusal[] {
  if (typeof directive !== 'string' || typeof host !== 'string') return [];
  return /^[a-z-]{1,40}$/.test(directive) && host !== '' ? [{ directive, host: host.slice(0, mostName) }] : [];
}

function textsOf(value: unknown, most: number, mostLength: number): readonly string[] {
  return listOf(value)
    .filter((each) => typeof each === 'string')
    .slice(0, most)
    .map((text) => text.slice(0, mostLength));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
