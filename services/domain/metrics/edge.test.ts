import { expect, it } from 'vitest';
import { edgeMetricsLine } from './index';

const definition = (name: string, dimension: string) => ({
  Namespace: 'Marketplace',
  Dimensions: [[dimension]],
  Metrics: [{ Name: name, Unit: 'Count' }],
});

it('says a decision at the edge in the embedded metric format', () => {
  expect(JSON.parse(edgeMetricsLine({ decision: 'forbidden' }, 5))).toEqual({
    _aws: { Timestamp: 5, CloudWatchMetrics: [definition('EdgeDecision', 'decision')] },
    decision: 'forbidden',
    EdgeDecision: 1,
  });
});

it('says beside it what was wrong with a token, as a metric of its own', () => {
  const line = edgeMetricsLine({ decision: 'sign-in', tokenFault: 'expired' }, 5);
  expect(JSON.parse(line)).toEqual({
    _aws: {
      Timestamp: 5,
      CloudWatchMetrics: [
        definition('EdgeDecision', 'decision'),
        definition('TokenRefused', 'reason'),
      ],
    },
    decision: 'sign-in',
    EdgeDecision: 1,
    reason: 'expired',
    TokenRefused: 1,
  });
});
