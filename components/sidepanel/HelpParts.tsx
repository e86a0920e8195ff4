import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { explain } from '../../lib/help/explain.ts';
import type { GuideConnector } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import { questions, type QuestionId } from '../../lib/knowledge/questions.ts';
import { Answer } from '../help/Answer.tsx';
import { Explanation } from '../help/Explanation.tsx';
import type { ExplanationActions } from '../help/explanation-actions.ts';
import { ExplainField } from '../help/ExplainField.tsx';
import { HelpSearch } from '../help/HelpSearch.tsx';
import { PlanQuestions } from '../help/PlanQuestions.tsx';
import type { SearchActions } from '../help/search-actions.ts';
import { OftenAsked } from '../help/OftenAsked.tsx';
import { tellAccount, useAccount } from '../state/account-store.ts';
import { Link } from '../ui/Link.tsx';
import { Say } from '../ui/Say.tsx';
import type { PanelActions } from './panel-model.ts';

/** A text in the search, and what is found for it. */
export function SearchPart({ text, actions }: { readonly text: string; readonly actions: PanelActions }) {
  return (
    <>
      <HelpSearch text={text} actions={searchActions(actions)} />
      {text === '' && <OftenAsked />}
    </>
  );
}

/** Where a search in the panel leads. */
export function searchActions(actions: PanelActions): SearchActions {
  return {
    ...explanationActions(actions),
    onExplain: (text) => {
      actions.go({ kind: 'explain', text });
    },
    onPlace: actions.openPlace,
  };
}

function explanationActions(actions: PanelActions): ExplanationActions {
  return {
    onGuide: (id) => {
      actions.go({ kind: 'guide', id });
    },
    onCheck: actions.check,
    onSearch: (text) => {
      actions.go({ kind: 'search', text });
    },
    onLook: actions.openBrowser,
  };
}

/** An error that was pasted, and what it means. */
export function ExplainPart({ text, actions }: { readonly text: string; readonly actions: PanelActions }) {
  const explanation = useMemo(() => (text === '' ? null : explain(text)), [text]);
  const [asked, setAsked] = useState(0);
  const result = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked > 0) result.current?.focus();
  }, [asked, text]);
  return (
    <Part id="explain" title={say('Explain an error')}>
      <ExplainField
        key={text}
        text={text}
        onExplain={(pasted) => {
          setAsked((before) => before + 1);
          actions.go({ kind: 'explain', text: pasted });
        }}
      />
      {explanation && (
        <Explanation explanation={explanation} asked={text} heading={result} actions={explanationActions(actions)} />
      )}
    </Part>
  );
}

/** What a plan and a role allow. */
export function PlansPart({
  connector,
  actions,
}: {
  readonly connector: GuideConnector;
  readonly actions: PanelActions;
}) {
  const answers = useAccount();
  return (
    <Part id="plans" title={say('Plans and roles')}>
      <PlanQuestions
        answers={answers}
        connector={connector}
        onAnswers={tellAccount}
        onGuide={(id) => {
          actions.go({ kind: 'guide', id });
        }}
        onPlace={actions.openPlace}
      />
    </Part>
  );
}

function QuestionGone() {
  return (
    <p>
      <Say
        text="This question is no longer here. Search for it under {search}, or look through the {guides}."
        with={{
          search: <Link href="#search">{say('What’s wrong?')}</Link>,
          guides: <Link href="#guides">{say('Guides')}</Link>,
        }}
      />
    </p>
  );
}

/** One question, by its key. */
export function QuestionPart({ id, actions }: { readonly id: string; readonly actions: PanelActions }) {
  if (!Object.hasOwn(questions, id)) return <QuestionGone />;
  return (
    <Answer
      question={questions[id as QuestionId]}
      onGuide={(guide) => {
        actions.go({ kind: 'guide', id: guide });
      }}
      onPlace={actions.openPlace}
    />
  );
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-3">
      <h2 id={id} data-part-title tabIndex={-1} className="text-lg font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
