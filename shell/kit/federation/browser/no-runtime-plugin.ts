/** Stands in for the runtime plugin that nextjs-mf adds to browser containers: the host decides instead. */
export default function noRuntimePlugin() {
  return { name: 'no-runtime-plugin' };
}
