import { Component, Suspense, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** Stands around what is loaded when it is first opened: says as long that it is, and where it could not be, with another try. */
export function Loaded({ children }: { readonly children: ReactNode }) {
  return (
    <Kept>
      <Suspense
        fallback={
          <p aria-busy="true" className="text-soft">
            {say('Opening…')}
          </p>
        }
      >
        {children}
      </Suspense>
    </Kept>
  );
}

// React has no other way to keep the rest of a page where a part of it fails.
class Kept extends Component<{ readonly children: ReactNode }, { readonly isFailed: boolean }> {
  override state = { isFailed: false };

  static getDerivedStateFromError(): { readonly isFailed: boolean } {
    return { isFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.isFailed) return this.props.children;
    return (
      <Notice
        tone="degraded"
        title={say('This part could not be shown')}
        announce
        actions={
          <Button
            onClick={() => {
              this.setState({ isFailed: false });
            }}
          >
            {say('Try again')}
          </Button>
        }
      >
        <p className="max-w-prose">
          {say(
            'It may not have been loaded: see that the network is there. The rest of the page stays as it is; loaded again, the page is empty, and the report has to be opened once more.',
          )}
        </p>
      </Notice>
    );
  }
}
