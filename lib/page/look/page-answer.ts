import type { HiddenElement, PageCopy, PageIntegrity } from '../../kernel/evidence-browser.ts';
import type { SettingsSigns } from './settings-signs.ts';

/** A small request that is to be made from within the page. */
export interface InPageProbe {
  /** Goes into the fragment of the address, by which the request is found again. */
  readonly marker: string;
  readonly url: string;
  /** As what the page asks: blocking rules tell them apart. */
  readonly as: 'fetch' | 'script' | 'style';
}

/** What the page's side saw of a probe; what became of it, only the browser knows exactly. */
export interface ProbeSettled {
  readonly marker: string;
  readonly settled: 'answered' | 'failed' | 'timeout';
}

/** What a look from within the page brings back. */
export interface PageLook {
  readonly integrity: PageIntegrity;
  readonly copy: PageCopy;
  readonly probes: readonly ProbeSettled[];
}

/** One of the browser's functions that was replaced, and the scripts met on the way through it, the outermost first. */
export interface ReplacedSighting {
  readonly name: string;
  /** Addresses; '' for code that has none. */
  readonly places: readonly string[];
}

/** A request that the page's content security policy refused. */
export type PolicyRefusal = PageIntegrity['refusedByPolicy'][number];

/**
 * What our script can be asked for in our own world of the page. It sets no time limits: timers stand still in a tab that nobody sees.
 * Nothing of it rejects.
 */
export interface PageHand {
  readonly signs: SettingsSigns;
  probe(probe: InPageProbe): Promise<ProbeSettled['settled']>;
  hidden(): Promise<readonly HiddenElement[]>;
  copy(): Promise<void>;
  /** Ends what is under way, takes everything back, and gives what was gathered. */
  finish(): PageGathered;
}

export interface PageGathered {
  readonly copy: PageCopy;
  readonly refused: readonly PolicyRefusal[];
}

/** Where our script keeps what it can be asked for, within our own world of the page. */
export interface PageHandHolder {
  connectorDoctorHand?: PageHand;
}
