import { defineCheck, found } from '../../kernel/check.ts';
import type { StatusNotice } from '../../kernel/evidence-browser.ts';
import type { Severity } from '../../kernel/finding.ts';
import { browserSources as sources } from './browser-sources.ts';
import { named, short } from './look-words.ts';

const mostNotices = 5;
const wait =
  'Wait until it is over, then look again. Nobody but Anthropic can change this: follow it at status.claude.com. Nothing in this browser has to be changed for it.';

/** Does Claude’s status page tell of something that concerns what is used here? */
export const serviceStatusCheck = defineCheck({
  topic: 'service-status',
  needs: ['claude-status'],
  codes: {
    'client.service-incident': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'anthropic',
      title: 'Claude itself has an incident: {title}',
      detail:
        'Claude’s status page says “{title}” ({state}{impact, select, none {} other {, {impact}}}){components, select, none {} other { for {components}}}{since, select, none {} other {, since {since}}}. What fails meanwhile may be this and nothing of yours.',
      fix: wait,
      sources: [sources.status, sources.statusPages],
    },
    'client.service-maintenance': {
      severity: 'problem',
      confidence: 'certain',
      step: null,
      who: 'anthropic',
      title: 'Claude is under maintenance: {title}',
      detail:
        'Claude’s status page tells of planned work that is under way (“{title}”){components, select, none {} other { on {components}}}{since, select, none {} other {, since {since}}}. Parts of Claude may not work until it is done.',
      fix: wait,
      sources: [sources.status, sources.statusPages],
    },
  },
  evaluate({ 'claude-status': { notices } }) {
    const current = notices.filter(isUnderWay).filter(concerns).slice(0, mostNotices);
    return current.map((notice) =>
      notice.kind === 'incident'
        ? found('client.service-incident', { values: valuesOf(notice), severity: severityOf(notice) })
        : found('client.service-maintenance', { values: valuesOf(notice) }),
    );
  },
});

/** What is over, and what is only announced, keeps nobody from anything. */
function isUnderWay({ kind, state }: StatusNotice): boolean {
  const plain = state.toLowerCase().replaceAll(' ', '_');
  if (kind === 'maintenance') return plain === 'in_progress' || plain === 'verifying';
  return !['resolved', 'postmortem', 'completed', 'scheduled'].includes(plain);
}

/** Without a component named nobody knows whom it concerns, so it is told of. */
function concerns({ title, components }: StatusNotice): boolean {
  return components.length === 0 || components.some((name) => ours.test(name)) || /connector|\bMCP\b/i.test(title);
}

/** What Claude's page and connectors themselves need; the programming interface is for other programs. */
const vital = /claude\.ai|connector|\bMCP\b|integration/i;

/** Claude’s web app, its programming interface, and connectors; not the console, Claude Code or Claude for Government. */
const ours = /claude\.ai|api\.anthropic\.com|\bclaude api\b|connector|\bMCP\b|integration/i;

/** It keeps people from connectors where it says so: an incident of whatever else may leave them alone. */
function severityOf({ impact, title, components }: StatusNotice): Severity {
  const plain = impact.toLowerCase();
  const isVital = components.some((name) => vital.test(name)) || vital.test(title);
  if (isVital && (plain === 'critical' || plain === 'major')) return 'blocker';
  return plain === 'none' ? 'note' : 'problem';
}

function valuesOf({ title, state, impact, components, since }: StatusNotice) {
  return {
    title: short(title),
    state: short(state).replaceAll('_', ' '),
    impact: impact === '' ? 'none' : short(impact),
    components: components.length === 0 ? 'none' : named(components),
    since: since === null || Number.isNaN(Date.parse(since)) ? 'none' : minuteOf(since),
  };
}

function minuteOf(timestamp: string): string {
  return `${new Date(timestamp).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
