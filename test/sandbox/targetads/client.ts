import type { Sandbox } from '..';
import { callAt, jsonOf, type Call } from '../client';

/** `Fields` and dates that the sandbox takes. */
export const RAW_BODY = {
	ResponseType: 'JSON',
	Fields: ['InteractionTime', 'InteractionType', 'InteractionPlacementId'],
	InteractionFilter: { DateFrom: '2026-03-01', DateTo: '2026-03-03' },
};

/** Query parameters come behind `project_id`. */
export function call({ targetAds }: Sandbox, path: string, options: Call = {}): Promise<Response> {
	const { baseUrl, token, projectId } = targetAds;
	const query = { project_id: String(projectId), ...(options.query as Record<string, string>) };
	return callAt(baseUrl + path, `Bearer ${token}`, { ...options, query });
}
export const answer = async (...asked: Parameters<typeof call>) => jsonOf(call(...asked));
