import encodeQr from 'qr';

const QUIET_MODULES = 4;

/** A QR code as one path, dark on light in both themes, since that is what cameras expect. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const modules = encodeQr(text, 'raw', { ecc: 'medium', border: QUIET_MODULES });
  const path = modules
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
      className="mx-auto w-full max-w-64 rounded-card"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
