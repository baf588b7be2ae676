package dev.freshet.sandbox.services;

import dev.freshet.sandbox.services.ObjectEvent.Kind;
import dev.freshet.sandbox.services.RequestFaults.Operation;
import dev.freshet.sandbox.services.RequestFaults.Request;
import dev.freshet.sandbox.services.RequestFaults.Treatment;
import java.io.InputStream;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Adds to a store what it lacks: conditional writes that are atomic (the store alone checks first
 * and writes later, so that several writers of a race win), an event after each change, and faults
 * on request. Writes and events of one key are in the same order, since both happen under its lock.
 */
final class GuardedStore extends ForwardingBlobStore {
  private final KeyLocks locks = new KeyLocks();
  private final ObjectEvents events;
  private final RequestFaults faults;

  GuardedStore(BlobStore store, ObjectEvents events, RequestFaults faults) {
    super(store);
    this.events = events;
    this.faults = faults;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest put, InputStream body) {
    return write(
        new Request(Operation.PUT, put.bucket(), put.key()),
        Kind.PUT,
        new Preconditions(put.ifMatch(), put.ifNoneMatch()),
        () -> delegate().putBlob(put, body));
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest copy) {
    return write(
        new Request(Operation.COPY, copy.destinationBucket(), copy.destinationKey()),
        Kind.COPY,
        new Preconditions(copy.ifMatch(), copy.ifNoneMatch()),
        () -> delegate().copyBlob(copy));
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest complete) {
    return write(
        new Request(Operation.COMPLETE_MULTIPART_UPLOAD, upload.containerName(), upload.blobName()),
        Kind.COMPLETE_MULTIPART_UPLOAD,
        new Preconditions(complete.ifMatch(), complete.ifNoneMatch()),
        () -> delegate().completeMultipartUpload(upload, complete));
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest delete) {
    return write(
        new Request(Operation.DELETE, delete.bucket(), delete.key()),
        Kind.DELETE,
        new Preconditions(delete.ifMatch(), null),
        () -> delegate().removeBlob(delete));
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest head) {
    return read(
        new Request(Operation.HEAD, head.bucket(), head.key()),
        () -> delegate().blobMetadata(head));
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest get) {
    return read(new Request(Operation.GET, get.bucket(), get.key()), () -> delegate().getBlob(get));
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request list) {
    return read(
        new Request(Operation.LIST, list.bucket(), nullToEmpty(list.prefix())),
        () -> delegate().list(list));
  }

  private <T> T read(Request request, Supplier<T> action) {
    if (faults.treatmentOf(request) != Treatment.SERVE) {
      throw unavailable();
    }
    return action.get();
  }

  private <T> T write(Request request, Kind kind, Preconditions preconditions, Supplier<T> action) {
    Treatment treatment = faults.treatmentOf(request);
    if (treatment == Treatment.REFUSE) {
      throw unavailable();
    }
    T answer =
        locks.locked(
            request.bucket(), request.key(), () -> changed(request, kind, preconditions, action));
    if (treatment == Treatment.LOSE_ANSWER) {
      throw unavailable();
    }
    return answer;
  }

  private <T> T changed(
      Request request, Kind kind, Preconditions preconditions, Supplier<T> action) {
    preconditions.check(delegate(), request.bucket(), request.key());
    T answer = action.get();
    HeadObjectResponse now = delegate().blobMetadataIfPresent(request.bucket(), request.key());
    events.emit(
        kind,
        request.bucket(),
        request.key(),
        now == null ? 0 : now.contentLength(),
        now == null ? "" : Preconditions.unquoted(now.eTag()));
    return answer;
  }

  private static RuntimeException unavailable() {
    return S3Exceptions.fromStatusCode(503);
  }

  private static String nullToEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
