import type { Result } from '@lianxin/domain';
import { type ErrorCode, isErrorCode } from '@lianxin/protocol';
import { noticeWipe } from './vault/wipe-notice.ts';

/** Is why the server did not do it, or that it could not be reached. */
export interface ApiFailure {
  readonly code: ErrorCode | 'offline';
  readonly status: number;
}

/** Is a schema that reads an answer. */
export interface AnswerSchema<T> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: T } | { readonly success: false };
}

/** Is one call to the server. */
export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly json?: unknown;
  readonly form?: FormData;
}

/** Calls the server and reads its answer by schema. A lost network is a failure with the code `offline`, never an exception. */
export const callApi = async <T>(
  path: string,
  schema: AnswerSchema<T>,
  call: ApiCall = {},
): Promise<Result<T, ApiFailure>> => {
  const response = await send(path, call);
  if (response === null) return { ok: false, error: { code: 'offline', status: 0 } };
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    noticeWipe(response.status, body);
    return { ok: false, error: { code: codeOf(body), status: response.status } };
  }
  const parsed = schema.safeParse(body);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, error: { code: 'internal', status: response.status } };
};

/** Fetches a file, for a download under the server's own name. */
export const fetchFile = async (
  path: string,
  call: ApiCall = {},
): Promise<Result<{ readonly blob: Blob; readonly fileName: string }, ApiFailure>> => {
  const response = await send(path, call);
  if (response === null) return { ok: false, error: { code: 'offline', status: 0 } };
  if (!response.ok)
    return { ok: false, error: { code: codeOf(await response.json().catch(() => null)), status: response.status } };
  return { ok: true, value: { blob: await response.blob(), fileName: fileNameOf(response) } };
};

const send = async (path: string, call: ApiCall): Promise<Response | null> => {
  const body = call.form ?? (call.json === undefined ? null : JSON.stringify(call.json));
  const headers = call.json === undefined ? {} : { 'content-type': 'application/json' };
  try {
    return await fetch(`/api/v1${path}`, {
      method: call.method ?? (body === null ? 'GET' : 'POST'),
      credentials: 'same-origin',
      headers,
      body,
    });
  } catch {
    return null;
  }
};

const codeOf = (body: unknown): ErrorCode => {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
  return typeof code === 'string' && isErrorCode(code) ? code : 'internal';
};

const fileNameOf = (response: Response): string => {
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded === undefined ? 'lianxin.xlsx' : decodeURIComponent(encoded);
};
