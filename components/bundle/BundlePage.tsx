import { useEffect, useState } from 'react';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { readPictures } from '../../lib/storage/pictures.ts';
import { BundleView, type BundleTab } from './BundleView.tsx';

/** The kept report of a bundle, with its icon. */
export function BundlePage({
  id,
  report,
  tab,
  finding,
  onTab,
  onCompare,
}: {
  readonly id: string;
  readonly report: Report;
  readonly tab: string;
  readonly finding: string | null;
  readonly onTab: (tab: BundleTab) => void;
  readonly onCompare: () => void;
}) {
  const icon = useIcon(id);
  return <BundleView report={report} icon={icon} tab={tab} finding={finding} onTab={onTab} onCompare={onCompare} />;
}

/** Null until it was read, and where none is kept. */
function useIcon(id: string): SeenPicture | null {
  const [icon, setIcon] = useState<SeenPicture | null>(null);
  useEffect(() => {
    let isWanted = true;
    void readPictures(id)
      .catch(() => [])
      .then(([first]) => {
        if (isWanted) setIcon(first ?? null);
      });
    return () => {
      isWanted = false;
    };
  }, [id]);
  return icon;
}
