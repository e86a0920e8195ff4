// Loaded into each server before its own code: it lists its tools, and reaches nobody.
import { Socket } from 'node:net';

Socket.prototype.connect = function refuse() {
  const error = Object.assign(new Error('there is no network in this test'), { code: 'ENETUNREACH' });
  process.nextTick(() => this.destroy(error));
  return this;
};
