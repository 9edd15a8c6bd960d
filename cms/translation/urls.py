"""Addresses outside the admin and outside any language."""

from django.urls import path

from cms.translation.views.share import files, share

urlpatterns = [
    path("share/<str:token>/", share, name="translation_share"),
    path("share/<str:token>/files/", files, name="translation_share_files"),
]
