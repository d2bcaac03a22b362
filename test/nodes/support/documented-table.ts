import type { INodePropertyOptions } from 'n8n-workflow';

import { platforms } from '../../platforms';
import type { Documented, DocumentedRequest, TestPlatform } from '../../platforms/platform';

interface Case {
	readonly platform: TestPlatform;
	readonly documented: Documented;
	readonly request: DocumentedRequest;
}

/** Every request of every document. */
export const cases: readonly Case[] = platforms.flatMap((platform) =>
	(platform.documented ?? []).flatMap((documented) =>
		documented.requests.map((request) => ({ platform, documented, request })),
	),
);

/** Its line in docs/documented-requests.md. */
export function rowOf({ platform, documented, request }: Case): string[] {
	const { shown, body, because = '' } = request;
	const fields = body === undefined ? '' : ` \`${JSON.stringify(body)}\``;
	const where = [placeOf(platform, request), request.with].filter(Boolean).join(', ');
	return [documented.document, `\`${shown}\`${fields}`, where, because];
}

/** As the editor calls it. */
function placeOf(
	{ sources }: TestPlatform,
	{ parameters: { resource, operation } }: DocumentedRequest,
): string {
	const properties = sources().node.properties({ resource: resource!, operation: operation! });
	const nameOf = (name: string, value: unknown) =>
		properties
			.filter((property) => property.name === name)
			.flatMap(({ options = [] }) => options as INodePropertyOptions[])
			.find((option) => option.value === value)?.name;
	return `${nameOf('resource', resource)} > ${nameOf('operation', operation)}`;
}
