import { ArrowUpRight, CircleCheck, CircleHelp, CircleMinus, CircleSlash, UserRoundPlus } from 'lucide-react';
import type { Ref } from 'react';
import { guides } from '../../lib/guides/catalog.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import { lacksAddress } from '../../lib/help/guide-blanks.ts';
import type { GuideConnector } from '../../lib/help/guide-life.ts';
import { msg, say } from '../../lib/i18n/say.ts';
import type { PlanRule } from '../../lib/knowledge/plan.ts';
import { places, type PlaceId } from '../../lib/knowledge/places.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { toneText, type Tone } from '../ui/tone.ts';
import { PlanMessage } from './PlanMessage.tsx';
import { SourceNotes } from './SourceNotes.tsx';

/** What the answers come to: whether it can be done, who does it, the steps, and where. */
export function PlanResult({
  rule,
  connector,
  heading,
  onGuide,
  onPlace,
}: {
  readonly rule: PlanRule;
  readonly connector: GuideConnector;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onGuide: (id: GuideId) => void;
  readonly onPlace: (id: PlaceId) => void;
}) {
  const { icon: Icon, tone } = looks[rule.possible];
  const { guide } = rule;
  const openable = rule.places.filter((id) => !lacksAddress(id, connector));
  return (
    <section aria-labelledby="plan-result" className="grid min-w-0 gap-3 rounded-md border border-line bg-surface p-4">
      <h2
        id="plan-result"
        ref={heading}
        tabIndex={-1}
        className="flex scroll-mt-8 items-start gap-2 text-base font-semibold"
      >
        <Icon aria-hidden size={18} className={classes('mt-px shrink-0', toneText[tone])} />
        {possibleSentence(rule)}
      </h2>
      <p className="max-w-prose">{say(rule.answer)}</p>
      {rule.who === 'owner' && rule.possible === 'limited' && (
        <p className="text-soft">{say('An Owner of the organization has a part in this.')}</p>
      )}
      <ol aria-label={say('What to do')} className="m-0 grid list-decimal gap-1 ps-5">
        {rule.steps.map((step) => (
          <li key={step}>{say(step)}</li>
        ))}
      </ol>
      {rule.code === 'account.owner-must-enable' && <PlanMessage connector={connector} />}
      <div className="flex flex-wrap gap-2">
        {guide !== null && (
          <Button
            variant="primary"
            className="text-start"
            onClick={() => {
              onGuide(guide);
            }}
          >
            {say('Guide: {title}', { title: say(guides[guide].title) })}
          </Button>
        )}
        {openable.map((id) => (
          <Button
            key={id}
            className="text-start"
            onClick={() => {
              onPlace(id);
            }}
          >
            <ArrowUpRight aria-hidden size={16} className="shrink-0 rtl:-scale-x-100" />
            {say('Open beside: {place}', { place: say(places[id].label) })}
          </Button>
        ))}
      </div>
      <SourceNotes ids={rule.facts} />
    </section>
  );
}

/** Whether it can be done, in one sentence. */
function possibleSentence({ possible, code }: PlanRule): string {
  if (possible === 'no' && code === 'account.free-custom-limit')
    return say('Not while you have another custom connector.');
  return say(sentences[possible]);
}

const sentences: Readonly<Record<PlanRule['possible'], string>> = {
  yes: msg('Yes, you can do this.'),
  'with-help': msg('Yes, with an Owner’s help.'),
  limited: msg('Yes, within limits.'),
  no: msg('Not with this plan or role.'),
  'not-stated': msg('No page says whether this can be done.'),
};

const looks: Readonly<Record<PlanRule['possible'], { readonly icon: typeof CircleCheck; readonly tone: Tone }>> = {
  yes: { icon: CircleCheck, tone: 'ready' },
  'with-help': { icon: UserRoundPlus, tone: 'sign-in' },
  limited: { icon: CircleMinus, tone: 'degraded' },
  no: { icon: CircleSlash, tone: 'broken' },
  'not-stated': { icon: CircleHelp, tone: 'neutral' },
};
