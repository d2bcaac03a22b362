import type {
	ContentFault,
	DeliveryFault,
	Fault,
	LostAnswerFault,
	PlatformFault,
	ReplacingFault,
} from './fault';

/** A fault that still lets an answer out. */
export type AnsweredFault = ReplacingFault | ContentFault | LostAnswerFault | DeliveryFault | PlatformFault;

export function isReplacing(fault: AnsweredFault): fault is ReplacingFault {
	return REPLACING.has(fault.kind);
}

export function isForPlatform(fault: AnsweredFault): fault is PlatformFault {
	return FOR_PLATFORM.has(fault.kind);
}

export function isDelivery(fault: AnsweredFault): fault is DeliveryFault {
	return DELIVERY.has(fault.kind);
}

/** What a fault makes of a report that was ordered. */
export type JobFault = Extract<PlatformFault, { kind: 'job-status' | 'job-never-ends' }>;

export const JOB_FAULTS = ['job-status', 'job-never-ends'] as const;

export function jobFault(fault: PlatformFault | undefined): JobFault | undefined {
	return fault?.kind === 'job-status' || fault?.kind === 'job-never-ends' ? fault : undefined;
}

type Kind = Fault['kind'];

const REPLACING: ReadonlySet<Kind> = new Set<ReplacingFault['kind']>(['status', 'html', 'redirect']);
const DELIVERY: ReadonlySet<Kind> = new Set<DeliveryFault['kind']>([
	'reset-mid-body',
	'stall-mid-body',
	'slow-drip',
]);
const FOR_PLATFORM: ReadonlySet<Kind> = new Set<PlatformFault['kind']>([
	'repeat-page',
	'empty-page',
	'missing-cursor',
	'error-in-200',
	'list-changes',
	'expire-token',
	'unknown-envelope',
	'job-status',
	'job-never-ends',
	'partial-success',
	'hostile-xml',
]);
