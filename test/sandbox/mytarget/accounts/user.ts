import { mix, hex } from '../../frame/hash';
import type { MyTargetOptions } from '../options';

export type Status = 'active' | 'blocked' | 'deleted';

export interface User {
	readonly id: number;
	readonly username: string;
	readonly types: readonly string[];
	readonly status: Status;
}

const FIRST_ID = 17_668;

/** @param index 0 is the owner of the application, the others are clients of its agency */
export function createUser(options: MyTargetOptions, index: number): User {
	const state = mix(mix(options.seed, 0x05e2), index);
	const isOwner = index === 0;
	return {
		id: FIRST_ID + (options.seed % 1000) * 100_000 + index * 7,
		// Logins of clients have this form (1.2).
		username: isOwner ? `owner-${hex(6, state)}@sandbox.example` : `${hex(10, state)}@agency_client`,
		types: isOwner ? ['advert', 'agency'] : ['agency_client', 'advert'],
		status: !isOwner && index % 13 === 7 ? 'blocked' : 'active',
	};
}
