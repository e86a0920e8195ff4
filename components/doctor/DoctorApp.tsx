import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { browserFamily } from '../../lib/permissions/browser-family.ts';
import { resolverName } from '../diagnosis/resolver-name.ts';
import { looksLikeReport } from '../foreign/looks-like-report.ts';
import { foreignTitle } from '../foreign/foreign-title.ts';
import type { Judge } from '../foreign/judging.ts';
import type { Opened } from '../foreign/opening.ts';
import { useEntry } from '../foreign/use-entry.ts';
import { useFocusKept } from '../foreign/use-focus-kept.ts';
import { useHistory } from '../history/use-history.ts';
import { browserActions, freshBrowserMemory } from '../interference/browser-actions.ts';
import type { Shown } from '../run/run-model.ts';
import { useShown } from '../run/use-shown.ts';
import { useBrowserState } from '../state/browser-store.ts';
import { useRuns } from '../state/runs-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { useOnline } from '../state/use-online.ts';
import { doctorActions } from './doctor-actions.ts';
import type { DoctorMemory } from './doctor-model.ts';
import { DoctorView } from './DoctorView.tsx';
import type { Route } from './route.ts';
import { useHandedText } from './use-handed-text.ts';
import { replaceWithStart, useRoute } from './use-route.ts';

const fresh: DoctorMemory = {
  opened: null,
  against: null,
  pasted: null,
  reading: null,
  declined: null,
  problem: null,
  changes: 0,
};

/** The doctor page at work: mirrors what the background has written down and gives it commands. */
export function DoctorApp({
  redirectUrl,
  optionsUrl,
  openHelp,
  judge,
}: {
  readonly redirectUrl: string;
  readonly optionsUrl: string;
  /** Opens the help in the side panel, in the click itself. */
  readonly openHelp: () => void;
  /** Judges a report with today’s checks; the same function as long as the page is open. */
  readonly judge: Judge;
}) {
  const runs = useRuns();
  const settings = useSettings();
  const online = useOnline();
  const [addressed, go] = useRoute();
  const route = useHandedText(addressed);
  const [memory, setMemory] = useState(fresh);
  const browser = useBrowserState();
  const [browserMemory, setBrowserMemory] = useState(freshBrowserMemory);
  const shown = useShown('id' in route ? route.id : null, runs);
  const history = useHistory(runs, memory.changes);
  const now = useMinute();
  useTitle(shown, route.kind, memory.opened);
  const opening = useRef<AbortController>(null);
  const isBecomingStart = useRef(false);
  const actions = doctorActions({
    opening,
    whereabouts,
    resolver: settings.resolver,
    browser: browserActions({
      ...browser,
      family: browserFamily(),
      tabId: null,
      settings,
      remember: (patch) => {
        setBrowserMemory((before) => ({ ...before, ...patch }));
      },
      askElsewhere: null,
    }),
    route,
    remember: (patch) => {
      setMemory((before) => ({ ...before, ...patch }));
    },
    changed: () => {
      setMemory((before) => ({ ...before, changes: before.changes + 1 }));
    },
    go,
  });
  // A link of the page’s own leads away from an opened file.
  useEffect(() => {
    if (isBecomingStart.current) {
      isBecomingStart.current = false;
      return;
    }
    opening.current?.abort();
    setMemory((before) => ({ ...before, opened: null, against: null, pasted: null, problem: null }));
  }, [route.kind, routeKey(route)]);
  useEntry(memory.opened !== null, () => {
    actions.close();
  });
  useFocusKept(memory.opened?.kind ?? 'none');
  const linked = route.kind === 'start' && looksLikeReport(route.text) ? route.text : null;
  const openLinked = useEffectEvent((text: string) => {
    // Nothing of a report stays in the address, nor below it in the history.
    isBecomingStart.current = true;
    replaceWithStart();
    actions.open({ kind: 'text', text });
  });
  useEffect(() => {
    if (linked !== null) openLinked(linked);
  }, [linked]);
  return (
    <DoctorView
      model={{
        route,
        history,
        shown,
        opened: memory.opened,
        against: memory.against,
        pasted: memory.pasted,
        reading: memory.reading,
        online,
        declined: shown.kind === 'run' && shown.run !== null && shown.run.id === memory.declined,
        problem: memory.problem,
        resolver: resolverName(settings.resolver),
        redirectUrl,
        optionsUrl,
        browser: { ...browser, ...browserMemory, family: browserFamily() },
        now,
      }}
      actions={{ ...actions, openHelp, judge }}
    />
  );
}

/** The place, and what is being written there. */
function whereabouts(): string {
  const field = document.activeElement;
  const isWriting = field?.matches('textarea,input:not([type=file])') === true && 'value' in field;
  return `${location.hash} ${isWriting ? String(field.value) : ''}`;
}

/** Unix time in milliseconds, to the minute: times of day turn into dates while the page is open. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 60_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}

/** What tells two places of one kind apart. */
function routeKey(route: Route): string {
  if (route.kind === 'compare') return `${route.after} ${route.before ?? ''}`;
  return 'id' in route ? route.id : route.kind === 'start' ? route.text : '';
}

function useTitle(shown: Shown, kind: Route['kind'], opened: Opened | null): void {
  const run = shown.kind === 'run' ? (shown.run?.host ?? hostOf(shown)) : null;
  const foreign = foreignTitle(opened);
  const own = kind === 'browser' ? say('This browser') : kind === 'compare' ? say('What changed') : run;
  const name = foreign ?? own;
  useEffect(() => {
    document.title = name === null ? 'Connector Doctor' : `${plainLine(name, 80)} – Connector Doctor`;
  }, [name]);
}

function hostOf({ report }: Extract<Shown, { kind: 'run' }>): string | null {
  const target = report?.target ?? null;
  if (target === null) return null;
  return 'host' in target ? target.host : target.file;
}
