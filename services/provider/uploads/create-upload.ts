import type { ProviderContext } from '../context';
import { requireProvider } from '../require-provider';
import type { UploadForm } from './uploads';

const EXTENSIONS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

export interface UploadRequest {
  contentType: keyof typeof EXTENSIONS;
  sizeBytes: number;
}

/** A form to upload one picture with, under a key of the provider's own. */
export async function createUpload(
  context: ProviderContext,
  { contentType, sizeBytes }: UploadRequest,
): Promise<UploadForm & { key: string }> {
  const { providerId } = await requireProvider(context);
  const key = `uploads/${providerId}/${context.operationId}.${EXTENSIONS[contentType]}`;
  const form = await context.uploads.presign({ key, contentType, sizeBytes });
  return { ...form, key };
}
