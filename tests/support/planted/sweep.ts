import { diagnose, reportOfParts } from '../../../lib/doctor.ts';
import type { EvidencePart } from '../../../lib/kernel/evidence-part.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import type { Output } from './outputs.ts';
import { plantedWorld, type Planted } from './world.ts';

/** One generated run, with what was told of it while it went on. */
export interface SweptRun {
  readonly seed: number;
  readonly report: Report;
  readonly planted: readonly Planted[];
  /** Progress, and the parts that are kept in case that the run is cut short. */
  readonly told: readonly Output[];
}

/** Diagnoses the world of a seed. */
export async function swept(seed: number): Promise<SweptRun> {
  const { typed, ports, options, planted } = plantedWorld(seed);
  const progress: string[] = [];
  const parts = new Map<string, EvidencePart>();
  const pictures: string[] = [];
  const report = await diagnose(typed, ports, {
    ...options,
    onProgress: (event) => progress.push(JSON.stringify(event)),
    // In turn, for it costs time: what was told is told again with every secret that is met.
    ...(Math.floor(seed / 8) % 4 === 0 && { onPart: (part: EvidencePart) => void parts.set(part.key, part) }),
    onPicture: ({ url }) => pictures.push(url),
  });
  const about = { ...options, claude: null, startedAt: 0, durationMs: 1, status: 'interrupted' as const };
  const told: readonly Output[] = [
    ['progress', progress.join('\n')],
    ['pictures', pictures.join('\n')],
    ['parts', JSON.stringify([...parts.values()])],
    ['report of parts', JSON.stringify(reportOfParts([...parts.values()], about))],
  ];
  return { seed, report, planted, told };
}
