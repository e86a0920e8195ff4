import type { ClaudeStatus, StatusNotice } from '../kernel/evidence-browser.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../kernel/json.ts';
import { parseBoundedJson } from './bounded-json.ts';
import { inOneLine } from './one-line.ts';

const mostNotices = 20;
const mostComponents = 20;
/** Longer lists are read no further. */
const mostRead = 200;

/**
 * Reads what a status page of Statuspage says in its summary: incidents and maintenance that are under way, and components that do not
 * work without being named in either. Every text is held to one short line. Null where the text is no such summary; never throws.
 * @see https://metastatuspage.com/api/v2/
 */
export function readStatusPage(text: string): ClaudeStatus | null {
  const parsed = parseBoundedJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) return null;
  const summary = parsed.value;
  if (!isJsonObject(summary['page']) && !Array.isArray(summary['incidents'])) return null;
  const told = [
    ...objectsOf(summary['incidents']).flatMap((each) => noticeOf('incident', each)),
    ...objectsOf(summary['scheduled_maintenances']).flatMap((each) => noticeOf('maintenance', each)),
  ];
  const named = new Set(told.flatMap(({ components }) => components));
  const untold = objectsOf(summary['components']).flatMap((each) => brokenComponent(each, named));
  return {
    updatedAt: timeOf(stringMember(summary['page'], 'updated_at')),
    notices: [...told, ...untold].slice(0, mostNotices),
  };
}

/** What is over, and what is only announced, keeps nobody from anything. */
const notUnderWay: ReadonlySet<string> = new Set(['resolved', 'postmortem', 'completed', 'scheduled']);

function noticeOf(kind: StatusNotice['kind'], notice: JsonObject): readonly StatusNotice[] {
  const state = lineOf(notice, 'status');
  if (notUnderWay.has(state)) return [];
  const since = kind === 'maintenance' ? ['scheduled_for', 'started_at'] : ['started_at', 'created_at'];
  return [
    {
      kind,
      title: lineOf(notice, 'name') || (kind === 'incident' ? 'an incident without a name' : 'maintenance'),
      state,
      impact: lineOf(notice, 'impact'),
      components: componentsOf(notice),
      since: since.map((member) => timeOf(stringMember(notice, member))).find((time) => time !== null) ?? null,
      url: httpsOf(stringMember(notice, 'shortlink')),
    },
  ];
}

/** Those that the notice names itself, else those that its updates do. */
function componentsOf(notice: JsonObject): readonly string[] {
  const own = objectsOf(notice['components']);
  const ofUpdates = objectsOf(notice['incident_updates']).flatMap((each) => objectsOf(each['affected_components']));
  const names = (own.length > 0 ? own : ofUpdates).map((each) => lineOf(each, 'name'));
  return [...new Set(names)].filter((name) => name !== '').slice(0, mostComponents);
}

/** How Statuspage calls what does not work as it shall. */
const brokenStates: Readonly<Record<string, StatusNotice['kind']>> = {
  degraded_performance: 'incident',
  partial_outage: 'incident',
  major_outage: 'incident',
  under_maintenance: 'maintenance',
};

function brokenComponent(component: JsonObject, named: ReadonlySet<string>): readonly StatusNotice[] {
  const name = lineOf(component, 'name');
  const state = lineOf(component, 'status');
  const kind = Object.hasOwn(brokenStates, state) ? brokenStates[state] : undefined;
  // A group only sums up its members.
  if (kind === undefined || name === '' || named.has(name) || component['group'] === true) return [];
  const words = state.replaceAll('_', ' ');
  const ownState = kind === 'maintenance' ? 'in_progress' : words;
  return [
    {
      kind,
      title: `${name}: ${words}`,
      state: ownState,
      impact: kind === 'maintenance' ? 'maintenance' : (impacts[state] ?? ''),
      components: [name],
      since: timeOf(stringMember(component, 'updated_at')),
      url: null,
    },
  ];
}

const impacts: Readonly<Record<string, string>> = {
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
};

function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).slice(0, mostRead).filter((each) => isJsonObject(each)) : [];
}

function lineOf(object: JsonObject, member: string): string {
  return inOneLine(stringMember(object, member) ?? '');
}

function timeOf(text: string | undefined): string | null {
  const time = Date.parse((text ?? '').slice(0, 40));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function httpsOf(text: string | undefined): string | null {
  const url = text === undefined || text.length > 300 ? null : URL.parse(text);
  return url?.protocol === 'https:' ? url.href : null;
}
