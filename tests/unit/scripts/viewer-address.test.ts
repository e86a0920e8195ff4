import { describe, expect, it } from 'vitest';
import { viewerAddress } from '../../../components/report/viewer-address.ts';
import { givenViewer } from '../../../scripts/viewer-address.ts';

const given = (address: string): string | null => givenViewer({ CONNECTOR_DOCTOR_VIEWER_URL: address });

describe('the address of the hosted viewer', () => {
  it('is none where none is given', () => {
    expect(givenViewer({})).toBeNull();
    expect(given(' ')).toBeNull();
    expect(viewerAddress).toBeNull();
  });

  it('is an https address, as a browser writes it', () => {
    expect(given('https://viewer.example')).toBe('https://viewer.example/');
    expect(given(' https://Viewer.example/reports/?v=1 ')).toBe('https://viewer.example/reports/?v=1');
  });

  it.each([
    'http://viewer.example/',
    'viewer.example',
    'https://user:word@viewer.example/',
    'https://viewer.example/#part',
    'https://viewer.example/#',
    'javascript:alert(1)',
    'file:///viewer/index.html',
  ])('is never %s', (address) => {
    expect(() => given(address)).toThrow(/CONNECTOR_DOCTOR_VIEWER_URL/);
  });
});
