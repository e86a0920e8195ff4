import { say } from '../../i18n/say.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { steps } from '../../kernel/step.ts';
import { outcomeWords } from '../words/exchange-words.ts';
import { plainLine } from './plain.ts';
import { message } from './sarif-rules.ts';

/**
 * The address of a file within the repository, as code scanning wants it: relative, each part of it encoded. Of what leads out of the
 * repository nothing is left but its name.
 */
export function sarifFile(path: string | undefined): string {
  const parts = (path ?? '').split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  const within = parts.includes('..') ? parts.slice(-1).filter((part) => part !== '..') : parts;
  return within.length === 0 ? usualFile : within.map((part) => encodeURIComponent(part.toWellFormed())).join('/');
}

/** Every repository that has something to tell has one. */
const usualFile = 'README.md';

/**
 * Where a finding stands. Code scanning shows only what lies in a file of the repository, and refuses a log with any other address: the
 * file is the one that the connector belongs to, and the address itself a logical place within it. Without a line: it concerns the
 * whole file, and the uploader computes no fingerprints of its own then, which would be the same for every finding.
 */
export function placesOf(finding: WordedFinding, report: Report, file: string): object {
  const { step, subject } = finding;
  const about = subject.url ?? targetOf(report);
  return {
    physicalLocation: fileOf(file),
    logicalLocations: [
      { fullyQualifiedName: plainLine(about), kind: 'resource' },
      ...(step === null ? [] : [{ name: say(steps[step]), fullyQualifiedName: `step ${step}` }]),
    ],
  };
}

/** The requests that prove a finding. */
export function seenPlaces(exchanges: readonly Exchange[], file: string): readonly object[] {
  return exchanges.slice(0, mostPlaces).map((exchange, index) => ({
    id: index + 1,
    physicalLocation: fileOf(file),
    logicalLocations: [{ fullyQualifiedName: plainLine(exchange.url), kind: 'resource' }],
    message: message(plainLine(`${exchange.id}: ${exchange.method} ${exchange.url} → ${outcomeWords(exchange)}`)),
  }));
}

const mostPlaces = 10;

function fileOf(uri: string): object {
  return { artifactLocation: { uri, uriBaseId: '%SRCROOT%' } };
}

/**
 * What makes a finding the same in another run: its code and what it is about, not its number or its words. Several of one kind are
 * counted, as the second part of `primaryLocationLineHash` does, the only one that GitHub looks at.
 */
export function fingerprints(report: Report): ReadonlyMap<WordedFinding, Readonly<Record<string, string>>> {
  const seen = new Map<string, number>();
  return new Map(
    report.findings.map((finding) => {
      const { code, subject } = finding;
      const hash = hashOf(JSON.stringify([code, subject.kind, (subject.url ?? targetOf(report)).slice(0, mostHashed)]));
      const number = (seen.get(hash) ?? 0) + 1;
      seen.set(hash, number);
      const print = `${hash}:${number}`;
      return [finding, { primaryLocationLineHash: print, 'connectorDoctorFinding/v1': print }];
    }),
  );
}

/** A longer address is only in a report of somebody else’s, and each of its bytes costs time. */
const mostHashed = 2_000;

function targetOf({ target, subject }: Report): string {
  if (target === null) return subject;
  return 'url' in target ? target.url : target.file;
}

/** FNV-1a with 64 bits: it has to be the same everywhere, and keeps nothing secret. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
