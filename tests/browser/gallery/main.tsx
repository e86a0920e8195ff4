import './spoken.ts';
import { Fragment } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ownTexts } from './own-texts.ts';
import { states } from './states.tsx';

declare global {
  interface Window {
    /** All states in order: the test asks for them. */
    galleryStates: readonly { readonly name: string; readonly width: number }[];
    /** The texts and labels of ours that stand there now: quotations, names and code are others’ words. */
    ownTexts(): readonly string[];
  }
}

window.ownTexts = ownTexts;
window.galleryStates = states.map(({ name, width }) => ({ name, width }));

const root = createRoot(document.getElementById('root') ?? document.body);
show();
window.addEventListener('hashchange', show);

function show(): void {
  const name = decodeURIComponent(location.hash.slice(1));
  delete document.body.dataset['shown'];
  const state = states.find((each) => each.name === name);
  // A fresh screen each time: nothing typed or opened in the one before is left.
  flushSync(() => {
    root.render(<Fragment key={name}>{state?.show() ?? <List />}</Fragment>);
  });
  whenLoaded(() => {
    document.body.dataset['shown'] = name;
  });
}

/** What is loaded when it is first opened says as long that it is busy. */
function whenLoaded(then: () => void): void {
  if (document.querySelector('[aria-busy="true"]') === null) then();
  else
    requestAnimationFrame(() => {
      whenLoaded(then);
    });
}

function List() {
  return (
    <main>
      <h1>States of the screens</h1>
      <ul>
        {states.map((each) => (
          <li key={each.name}>
            <a href={`#${encodeURIComponent(each.name)}`} target="_blank" rel="noreferrer">
              {each.name}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
