import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const VERSION_NEEDED = 20;
const DEFLATED = 8;
/** 1 January 1980, so that equal content makes equal archives. */
const DOS_DATE = 0x21;
/** A regular file that everybody may read, in the high half of the external attributes. */
const READABLE_FILE = (0o100644 << 16) >>> 0;

/** A ZIP archive of a few small files, as Lambda takes it; the same bytes for the same content. */
export function zip(files: Record<string, Uint8Array>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const path = Buffer.from(name);
    const data = deflateRawSync(content, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION_NEEDED, 0);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(DOS_DATE, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const head = Buffer.concat([uint32(LOCAL_SIGNATURE), common, path, data]);
    local.push(head);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(READABLE_FILE, 6);
    rest.writeUInt32LE(offset, 10);
    // Made by Unix, so that the attributes count.
    central.push(uint32(CENTRAL_SIGNATURE), Buffer.from([VERSION_NEEDED, 3]), common, rest, path);
    offset += head.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, uint32(END_SIGNATURE), end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
