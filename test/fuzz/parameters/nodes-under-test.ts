import type { Platform } from '../../../nodes/shared/platform/platform';
import { adfox } from '../../../nodes/Adfox/platform';
import { myTarget } from '../../../nodes/MyTarget/platform';
import { operationParameters } from '../../../nodes/shared/operations/describe';
import { targetAds } from '../../../nodes/TargetAds/platform';
import { yandexPromoPages } from '../../../nodes/YandexPromoPages/platform';
import type { INodeProperties } from 'n8n-workflow';

/** An operation of a node and everything that can be set for it. */
export interface OperationUnderTest {
	readonly resource: string;
	readonly operation: string;
	readonly fields: readonly INodeProperties[];
}

export interface NodeUnderTest {
	readonly displayName: string;
	/** As saved workflows name it. */
	readonly type: string;
	readonly credentialType: string;
	readonly operations: readonly OperationUnderTest[];
}

function underTest<Api>(type: string, platform: Platform<Api>): NodeUnderTest {
	const { displayName, credentialType, resources, defaults } = platform;
	return {
		displayName,
		type: `n8n-nodes-ru-ads.${type}`,
		credentialType,
		operations: resources.flatMap(({ value: resource, operations }) =>
			operations.map((operation) => ({
				resource,
				operation: operation.value,
				fields: operationParameters(operation, defaults),
			})),
		),
	};
}

export const nodesUnderTest: readonly NodeUnderTest[] = [
	underTest('targetAds', targetAds),
	underTest('yandexPromoPages', yandexPromoPages),
	underTest('myTarget', myTarget),
	underTest('adfox', adfox),
];
