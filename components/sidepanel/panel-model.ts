import type { GuideId } from '../../lib/guides/guide-id.ts';
import type { GuideConnector, GuideProgress } from '../../lib/help/guide-life.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { PlaceId } from '../../lib/knowledge/places.ts';
import type { PageSighting } from '../../lib/page/sighting.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import type { BrowserActions } from '../interference/browser-model.ts';
import type { RunActions } from '../run/run-model.ts';
import type { PanelRoute } from './panel-route.ts';

/** Everything that the side panel shows, whatever part of it is open. */
export interface PanelModel {
  readonly route: PanelRoute;
  /** Null when nothing was checked yet. */
  readonly run: RunState | null;
  /** Null as long as there is none. */
  readonly report: Report | null;
  readonly online: boolean;
  readonly declined: boolean;
  /** Why the last click came to nothing, as a sentence. */
  readonly problem: string | null;
  /** The search for an extension, as long as something is switched off. */
  readonly bisect: BisectState | null;
  /** Every guide that was begun, the one that was worked on last first. */
  readonly begun: readonly GuideProgress[];
}

/** Everything that can be done in the side panel. Each is called in the click itself. */
export interface PanelActions extends RunActions {
  /** Opens the doctor page on this run, or where its report leaves; without one, on its start. */
  openDoctor(run: RunState | null, tab?: 'report'): void;
  readonly browser: BrowserActions;
  /** Opens the doctor page on this browser. */
  openBrowser(): void;
  go(route: PanelRoute): void;
  /** To what was shown before, else home. */
  back(): void;
  /** Opens a page beside the panel. */
  openPlace(place: PlaceId): void;
  /** Checks the connector at this address and shows what is found; what Claude showed goes into the report. */
  check(address: string, shown?: PageSighting | null): void;
  /** Opens a guide where it was left. */
  goOn(guide: GuideId): void;
  forgetGuide(guide: GuideId): void;
}

/** The run that belongs to what the person looks at: the newest of this tab, else what is under way, else the newest. */
export function panelRun(runs: readonly RunState[], tabId: number | null): RunState | null {
  const ofTab = tabId === null ? undefined : runs.find((run) => run.tabId === tabId);
  return ofTab ?? runs.find((run) => !isOver(run)) ?? runs[0] ?? null;
}

/** The connector that a guide is about which begins now: what Claude’s page names, else that of the last check. */
export function knownConnector(
  run: Pick<RunState, 'url' | 'hadSecrets' | 'claude'> | null,
  sighting: PageSighting | null,
): GuideConnector {
  const seen = sighting?.connectorUrl == null && sighting?.connectorName == null ? (run?.claude ?? null) : sighting;
  // An address whose secrets were taken out leads nowhere.
  const checked = run === null || run.hadSecrets ? null : run.url;
  return { name: seen?.connectorName ?? null, url: seen?.connectorUrl ?? checked };
}

/** The connector that nothing on screen names: the one for which a guide was followed last. */
export function rememberedConnector(known: GuideConnector, begun: readonly GuideProgress[]): GuideConnector {
  if (known.name !== null || known.url !== null) return known;
  return begun.map(({ connector }) => connector).find(({ name, url }) => name !== null || url !== null) ?? known;
}
