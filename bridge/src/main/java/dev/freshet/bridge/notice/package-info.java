/**
 * How the bridge hears of manifests. All of it is hints: {@link
 * dev.freshet.bridge.notice.Announced} holds what is known, the {@link
 * dev.freshet.bridge.notice.Sweep} looks for itself, {@link dev.freshet.bridge.notice.Notices} say
 * where to look first.
 */
@NullMarked
package dev.freshet.bridge.notice;

import org.jspecify.annotations.NullMarked;
