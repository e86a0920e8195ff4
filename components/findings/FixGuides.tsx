import { BookOpen } from 'lucide-react';
import { useContext } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { WordedFinding } from '../../lib/kernel/report.ts';
import { guidesOf } from '../../lib/report/words/guide-words.ts';
import { Button } from '../ui/Button.tsx';
import { OpenGuide } from './open-guide.ts';

/** The guides that walk one through a fix, as buttons; their titles alone where nothing opens them. */
export function FixGuides({ finding }: { readonly finding: WordedFinding }) {
  const onGuide = useContext(OpenGuide);
  const guides = guidesOf(finding);
  if (guides.length === 0) return null;
  return (
    <ul aria-label={say('Guides')} className="m-0 mt-1 flex list-none flex-wrap gap-2 p-0">
      {guides.map(({ id, title }) => (
        <li key={id}>
          {onGuide === null ? (
            say('Guide: {title}', { title })
          ) : (
            <Button
              size="small"
              className="text-start"
              onClick={() => {
                onGuide(id);
              }}
            >
              <BookOpen aria-hidden size={14} className="shrink-0" />
              {say('Guide: {title}', { title })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
