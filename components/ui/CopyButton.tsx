import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Button } from './Button.tsx';

/** Copies a text. `what` names it for screen readers: “the reference”; a `label` says it already. */
export function CopyButton({
  text,
  what,
  label,
}: {
  readonly text: string;
  readonly what: string;
  readonly label?: string;
}) {
  // The text that was copied: with another text the button is a fresh one.
  const [copied, setCopied] = useState<{ readonly text: string; readonly worked: boolean } | null>(null);
  const outcome = copied?.text === text ? copied : null;
  const copy = async (): Promise<void> => {
    const worked = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied({ text, worked });
  };
  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        {outcome?.worked ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
        {outcome?.worked ? say('Copied') : (label ?? say('Copy'))}
        {(label === undefined || outcome?.worked) && <span className="sr-only"> {what}</span>}
      </Button>
      <span role="status" className={outcome?.worked === false ? 'text-xs text-broken' : 'sr-only'}>
        {outcome &&
          (outcome.worked
            ? say('{what} copied', { what })
            : say('The browser did not allow copying: select the text instead.'))}
      </span>
    </>
  );
}
