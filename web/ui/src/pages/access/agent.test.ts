import { describe, expect, it } from 'vitest';
import { agentName } from './agent';

describe('a browser', () => {
  it('is named with its system', () => {
    expect(agentName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36')).toBe('Chrome 139 · Windows');
    expect(agentName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1')).toBe('Safari 18 · iOS');
  });

  it('is not taken for the one whose name it carries, too', () => {
    expect(agentName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0')).toBe('Edge 139 · Windows');
    expect(agentName('Mozilla/5.0 (Linux; Android 15) Chrome/130.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50')).toBe('WeChat 8 · Android');
  });

  it('or what is none, stands as it calls itself', () => {
    expect(agentName('curl/8.5.0')).toBe('curl/8.5.0');
    expect(agentName('')).toBe('');
  });
});
