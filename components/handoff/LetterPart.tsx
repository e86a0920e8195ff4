import { Mail } from 'lucide-react';
import { useMemo, useState } from 'react';
import { say, spokenLanguage } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { places } from '../../lib/knowledge/places.ts';
import { unknowableWords } from '../../lib/report/handoff/about-connector.ts';
import { addressKeyOf, addressKeyWords } from '../../lib/report/handoff/address-key.ts';
import { letterTo } from '../../lib/report/handoff/hand-offs.ts';
import { asksForSupport } from '../../lib/report/handoff/owner-message.ts';
import { fieldsToTell, withTold, type ToldField } from '../../lib/report/handoff/told-more.ts';
import type { LetterReceiver } from '../../lib/report/handoff/receivers.ts';
import { mailLink, type Letter } from '../../lib/report/handoff/letter.ts';
import { referenceAge, referenceWords } from '../../lib/report/handoff/reference-age.ts';
import { Segments } from '../preview/Segments.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { ExternalLink } from '../ui/Link.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ActionLink } from './ActionLink.tsx';
import { ToldFields } from './ToldFields.tsx';
import { answersOf, type AnswerStore } from './typed-answers.ts';

/** A letter as it will be sent, in the language of whoever gets it, and the ways to send it. */
export function LetterPart({
  to,
  report,
  store,
  asked,
  now,
}: {
  readonly to: LetterReceiver;
  readonly report: Report;
  readonly store: AnswerStore;
  /** What was asked for above already. */
  readonly asked: readonly ToldField[];
  readonly now: number;
}) {
  const [language, speakIn] = useState<'english' | 'own'>('english');
  const answers = useMemo(() => answersOf(store.typed), [store.typed]);
  const told = useMemo(() => withTold(report, answers), [report, answers]);
  const fields = useMemo(
    () => fieldsToTell(to, asksForSupport(report)).filter((field) => !asked.includes(field)),
    [to, report, asked],
  );
  const unknowable = to === 'vendor' || to === 'support' ? unknowableWords(report) : null;
  const { own, english } = useMemo(() => letterTo(to, report, answers), [to, report, answers]);
  const isEnglish = english !== null && language === 'english';
  const letter = isEnglish ? english : own;
  const age = referenceAge(told, now);
  const isForAnthropic = letter.body.includes(age?.reference ?? '\0');
  return (
    <div className="grid min-w-0 justify-items-start gap-3">
      <ToldFields fields={fields} report={report} store={store} />
      {unknowable !== null && <Notice tone="degraded" title={unknowable} />}
      {english !== null && (
        <Segments
          legend={say('Language of the message')}
          answers={[
            { key: 'english', label: say('in English') },
            { key: 'own', label: say('in your language') },
          ]}
          chosen={language}
          onChoose={speakIn}
        />
      )}
      <LetterText letter={letter} language={isEnglish ? 'en' : spokenLanguage()} />
      {addressKeyOf(report).isThere && <p className="max-w-prose">{addressKeyWords()}</p>}
      {age !== null && isForAnthropic && (
        <Notice tone={age.isOld ? 'degraded' : 'neutral'} title={say('The reference expires')}>
          <p>{referenceWords(age)}</p>
        </Notice>
      )}
      <Ways to={to} letter={letter} />
    </div>
  );
}

function LetterText({ letter, language }: { readonly letter: Letter; readonly language: string }) {
  return (
    <article
      aria-label={say('The message')}
      lang={language}
      className="grid w-full max-w-prose min-w-0 gap-2 rounded-md border border-line bg-surface p-3"
    >
      <p className="font-semibold wrap-anywhere">
        <bdi>{letter.subject}</bdi>
      </p>
      <p className="m-0 whitespace-pre-wrap wrap-anywhere">
        <bdi>{letter.body.trimEnd()}</bdi>
      </p>
    </article>
  );
}

/** Claude’s support has no address for mails: it is reached within Claude. */
function Ways({ to, letter }: { readonly to: LetterReceiver; readonly letter: Letter }) {
  const { href, left } = mailLink(letter);
  const copy = <CopyButton text={letter.body} what={say('the message')} label={say('Copy the message')} />;
  if (to === 'support') {
    return (
      <div className="grid justify-items-start gap-2">
        <p className="max-w-prose">
          {say('In Claude, open the menu of your account at the lower left, choose “Get help” and paste it there.')}{' '}
          <ExternalLink href={places.support.url}>{say(places.support.label)}</ExternalLink>
        </p>
        {copy}
      </div>
    );
  }
  return (
    <div className="grid justify-items-start gap-2">
      <p className="max-w-prose text-soft">
        {left === null
          ? say('Your mail program opens with it; to whom it goes you fill in there. Nothing is sent by itself.')
          : say(
              'It is too long for a link to your mail program: that opens with the subject, the message is copied, and you paste it there. Nothing is sent by itself.',
            )}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <ActionLink href={href} copies={left}>
          <Mail aria-hidden size={16} /> {say('Open the mail program')}
        </ActionLink>
        {copy}
      </div>
    </div>
  );
}
