import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SourceList } from '../../../components/findings/SourceList.tsx';
import { IsForeign } from '../../../components/report/whose-report.ts';

const sources = ['https://www.rfc-editor.org/rfc/rfc9728', 'https://github.com/evil/claude-ai-mcp/issues/858'];

it('shows in somebody else’s report where each source leads', () => {
  const own = renderToStaticMarkup(<SourceList sources={sources} />);
  expect(own).toContain('>RFC 9728<');
  const foreign = renderToStaticMarkup(
    <IsForeign value={true}>
      <SourceList sources={sources} />
    </IsForeign>,
  );
  expect(foreign).toContain('>RFC 9728 (rfc-editor.org)<');
  expect(foreign).toContain('>evil/claude-ai-mcp, issue 858 (github.com)<');
});
