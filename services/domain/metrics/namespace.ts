/** Where the marketplace's own metrics are kept in CloudWatch. */
export const METRIC_NAMESPACE = 'Marketplace';
